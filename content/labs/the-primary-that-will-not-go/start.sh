# A licence server, on whose first interface the licence hangs, and a client of it.
VPC=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 \
  --tag-specifications 'ResourceType=vpc,Tags=[{Key=Name,Value=vpc-lab}]' --query Vpc.VpcId --output text)
SUBNET=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.1.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=subnet-a}]' --query Subnet.SubnetId --output text)
GROUP=$(aws ec2 create-security-group --group-name licence --description 'Licences for the VPC' --vpc-id $VPC \
  --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $GROUP --protocol tcp --port 27000 --cidr 10.0.0.0/16
AMI=$(aws ec2 describe-images --owners amazon --filters 'Name=name,Values=al2023-ami-*' Name=architecture,Values=x86_64 \
  --query 'Images[0].ImageId' --output text)
LICENCE_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $SUBNET --private-ip-address 10.0.1.10 \
  --security-group-ids $GROUP --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=licence-1}]' \
  'ResourceType=network-interface,Tags=[{Key=Name,Value=eni-licence}]' --query 'Instances[0].InstanceId' --output text)
CLIENT_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $SUBNET --private-ip-address 10.0.1.50 \
  --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=client-1}]' --query 'Instances[0].InstanceId' --output text)
aws ec2 wait instance-running --instance-ids $LICENCE_1 $CLIENT_1
