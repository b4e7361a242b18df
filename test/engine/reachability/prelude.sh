# Shorthands for scenarios; each makes one thing, named by its Name tag, and prints its id.
AMI=$(aws ec2 describe-images --owners amazon --filters Name=architecture,Values=x86_64 --query 'Images[0].ImageId' --output text)
named() { echo "ResourceType=$1,Tags=[{Key=Name,Value=$2}]"; }
# vpc NAME CIDR
vpc() { aws ec2 create-vpc --cidr-block $2 --tag-specifications "$(named vpc $1)" --query Vpc.VpcId --output text; }
# subnet NAME VPC CIDR [ZONE LETTER]
subnet() {
  aws ec2 create-subnet --vpc-id $2 --cidr-block $3 --availability-zone us-east-1${4:-a} \
    --tag-specifications "$(named subnet $1)" --query Subnet.SubnetId --output text
}
# group NAME VPC
group() { aws ec2 create-security-group --group-name $1 --description $1 --vpc-id $2 --query GroupId --output text; }
# allow_in | allow_out GROUP PROTOCOL PORT SOURCE-OR-DESTINATION: a block or a group
peer() { case $1 in sg-*) echo "--source-group $1" ;; *) echo "--cidr $1" ;; esac; }
allow_in() { aws ec2 authorize-security-group-ingress --group-id $1 --protocol $2 --port $3 $(peer $4) > /dev/null; }
allow_out() { aws ec2 authorize-security-group-egress --group-id $1 --protocol $2 --port $3 $(peer $4) > /dev/null; }
only_out() { aws ec2 revoke-security-group-egress --group-id $1 --protocol -1 --cidr 0.0.0.0/0 > /dev/null; }
# instance NAME SUBNET ADDRESS GROUP [MORE OPTIONS]
instance() {
  aws ec2 run-instances --image-id $AMI --instance-type t3.small --subnet-id $2 --private-ip-address $3 \
    --security-group-ids $4 "${@:5}" --tag-specifications "$(named instance $1)" --query 'Instances[0].InstanceId' --output text
}
# eni_of INSTANCE [DEVICE INDEX]
eni_of() {
  aws ec2 describe-network-interfaces --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text \
    --filters Name=attachment.instance-id,Values=$1 Name=attachment.device-index,Values=${2:-0}
}
# elastic ENI: give it an Elastic IP address
elastic() {
  aws ec2 associate-address --network-interface-id $1 --output text --query AssociationId > /dev/null \
    --allocation-id $(aws ec2 allocate-address --domain vpc --query AllocationId --output text)
}
# internet_gateway NAME VPC
internet_gateway() {
  local id=$(aws ec2 create-internet-gateway --tag-specifications "$(named internet-gateway $1)" \
    --query InternetGateway.InternetGatewayId --output text)
  aws ec2 attach-internet-gateway --internet-gateway-id $id --vpc-id $2
  echo $id
}
# nat NAME SUBNET
nat() {
  aws ec2 create-nat-gateway --subnet-id $2 --tag-specifications "$(named natgateway $1)" \
    --allocation-id $(aws ec2 allocate-address --domain vpc --query AllocationId --output text) \
    --query NatGateway.NatGatewayId --output text
}
# route_table NAME VPC [SUBNETS]
route_table() {
  local id=$(aws ec2 create-route-table --vpc-id $2 --tag-specifications "$(named route-table $1)" \
    --query RouteTable.RouteTableId --output text)
  local subnet
  for subnet in "${@:3}"; do aws ec2 associate-route-table --route-table-id $id --subnet-id $subnet > /dev/null; done
  echo $id
}
# main_table VPC
main_table() {
  aws ec2 describe-route-tables --filters Name=vpc-id,Values=$1 Name=association.main,Values=true \
    --query 'RouteTables[0].RouteTableId' --output text
}
# route TABLE DESTINATION OPTION TARGET
route() { aws ec2 create-route --route-table-id $1 --destination-cidr-block $2 $3 $4 > /dev/null; }
# acl NAME VPC SUBNET
acl() {
  local id=$(aws ec2 create-network-acl --vpc-id $2 --tag-specifications "$(named network-acl $1)" \
    --query NetworkAcl.NetworkAclId --output text)
  local old=$(aws ec2 describe-network-acls --filters Name=association.subnet-id,Values=$3 --output text \
    --query "NetworkAcls[0].Associations[?SubnetId=='$3'].NetworkAclAssociationId")
  aws ec2 replace-network-acl-association --association-id $old --network-acl-id $id > /dev/null
  echo $id
}
# entry ACL NUMBER ingress|egress allow|deny PROTOCOL FROM-TO BLOCK
entry() {
  aws ec2 create-network-acl-entry --network-acl-id $1 --rule-number $2 --$3 --rule-action $4 --protocol $5 \
    --port-range From=${6%-*},To=${6#*-} --cidr-block $7
}
# peering NAME VPC PEER-VPC
peering() {
  local id=$(aws ec2 create-vpc-peering-connection --vpc-id $2 --peer-vpc-id $3 \
    --tag-specifications "$(named vpc-peering-connection $1)" \
    --query VpcPeeringConnection.VpcPeeringConnectionId --output text)
  aws ec2 accept-vpc-peering-connection --vpc-peering-connection-id $id > /dev/null
  echo $id
}
