BASTION_2=$(aws ec2 describe-instances --filters Name=tag:Name,Values=bastion-2 --query 'Reservations[0].Instances[0].InstanceId' --output text)
SUBNET=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=private-a --query 'Subnets[0].SubnetId' --output text)
BASTION=$(aws ec2 describe-security-groups --filters Name=group-name,Values=bastion --query 'SecurityGroups[0].GroupId' --output text)
INSIDE=$(aws ec2 describe-security-groups --filters Name=group-name,Values=inside --query 'SecurityGroups[0].GroupId' --output text)
APP=$(aws ec2 describe-security-groups --filters Name=group-name,Values=app --query 'SecurityGroups[0].GroupId' --output text)
VAULT=$(aws ec2 describe-security-groups --filters Name=group-name,Values=vault --query 'SecurityGroups[0].GroupId' --output text)
DB=$(aws ec2 describe-security-groups --filters Name=group-name,Values=db --query 'SecurityGroups[0].GroupId' --output text)

# The second leg of bastion-2.
ENI=$(aws ec2 create-network-interface --subnet-id $SUBNET --groups $INSIDE --tag-specifications 'ResourceType=network-interface,Tags=[{Key=Name,Value=bastion-2-inside}]' \
  --query NetworkInterface.NetworkInterfaceId --output text)
aws ec2 wait network-interface-available --network-interface-ids $ENI
aws ec2 attach-network-interface --network-interface-id $ENI --instance-id $BASTION_2 --device-index 1

# bastion-1 comes to app-1 from its front, bastion-2 from its leg.
aws ec2 authorize-security-group-ingress --group-id $APP \
  --ip-permissions "IpProtocol=tcp,FromPort=22,ToPort=22,UserIdGroupPairs=[{GroupId=$BASTION},{GroupId=$INSIDE}]"
# Only bastion-2 has a leg.
aws ec2 authorize-security-group-ingress --group-id $VAULT --protocol tcp --port 22 --source-group $INSIDE
# In data-a nobody has a leg, so bastion-2 comes from its front there too.
aws ec2 authorize-security-group-ingress --group-id $DB --protocol tcp --port 22 --source-group $BASTION
